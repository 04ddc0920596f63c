/** Japanese words and the motif that stands for each, beside the names of CLDR, which are mostly in kana: `motif: word, word`. */
export const JAPANESE = `
octopus: 蛸, 章魚
anatomical-heart: 心臓, 鼓動
red-heart: 愛, 恋
drop-of-blood: 血, 血液
brain: 脳, 頭脳
lungs: 肺, 呼吸, 息
bone: 骨
eye: 目, 眼, 瞳
ear: 耳
nose: 鼻, 匂い, 香り
mouth: 口, 唇
tooth: 歯
flexed-biceps: 筋肉
foot: 足, 足元
cell: 細胞
dna: 遺伝子
microbe: 細菌, 菌, ウイルス
pill: 薬
syringe: 注射, ワクチン
health-worker: 医者, 医師, 看護師
dog: 犬, 子犬
cat: 猫, 子猫
bird: 鳥, 小鳥
fish: 魚, 鮭, 鯛, 鯉, 金魚
shark: 鮫, サメ
spouting-whale: 鯨, クジラ
dolphin: イルカ
turtle: 亀, カメ
penguin: ペンギン
elephant: 象, ゾウ
lion: 獅子, ライオン
tiger: 虎, トラ
bear: 熊, クマ
wolf: 狼, オオカミ
fox: 狐, キツネ
rabbit: 兎, ウサギ
monkey: 猿, サル
horse: 馬
cow: 牛
pig: 豚
ewe: 羊
goat: 山羊
chicken: 鶏
frog: 蛙
snake: 蛇
honeybee: 蜂, ミツバチ
butterfly: 蝶
ant: 蟻
spider: 蜘蛛
owl: 梟
eagle: 鷲, 鷹
mouse: 鼠
sauropod: 恐竜
sunflower: 花
deciduous-tree: 木, 樹木
seedling: 植物, 種, 芽
leaf-fluttering-in-wind: 葉, 葉っぱ
mushroom: 茸
sun: 太陽, 日光
star: 星
ringed-planet: 惑星, 土星
globe-showing-asia-australia: 地球, 世界
rocket: 宇宙船
cloud: 雲
cloud-with-rain: 雨
high-voltage: 雷, 稲妻, 電気
snowflake: 雪
rainbow: 虹
fire: 火, 炎
droplet: 水
water-wave: 波
volcano: 火山
mountain: 山
rock: 石, 岩, 小石
gem-stone: 宝石
bread: 食パン
cooked-rice: ご飯, 米
hot-beverage: 茶, お茶, 緑茶, 紅茶, コーヒー
red-apple: 林檎
meat-on-bone: 肉, お肉
egg: 卵
glass-of-milk: 牛乳
honey-pot: 蜂蜜
salt: 塩
candy: 砂糖, 飴
beer-mug: ビール
wine-glass: ワイン
pot-of-food: 鍋, スープ
fork-and-knife-with-plate: 食事, 料理
kitchen-knife: 包丁
oven: オーブン
money-bag: お金, 金持ち
coin: 硬貨
dollar-banknote: 紙幣
credit-card: クレジットカード
bank: 銀行
laptop: パソコン, コンピューター
mobile-phone: 携帯, スマホ, スマートフォン
telephone: 電話
envelope: 手紙, メール
locked: 暗証番号, パスワード, 鍵穴
key: 鍵, 合鍵
books: 本, 書籍
scroll: 歴史
school: 学校
teacher: 先生, 教師
student: 生徒, 学生
musical-notes: 音楽, 歌
automobile: 車, 自動車
locomotive: 電車, 列車, 汽車
airplane: 飛行機, 便
luggage: 荷物
ship: 船
bicycle: 自転車
house: 家
office-building: ビル, 高層ビル, 摩天楼
elevator: エレベーター
castle: 城
lighthouse: 灯台, 灯台守
door: 扉, ドア
window: 窓
bed: 布団, 寝床
chair: 椅子
mirror: 鏡
clipboard: 書類
package: 箱, 段ボール, 小包
wastebasket: ゴミ
umbrella: 傘
running-shoe: 靴
t-shirt: 服
wedding: 結婚, 結婚式
ring: 指輪
wrapped-gift: 贈り物, プレゼント
birthday-cake: 誕生日
person-with-crown: 王, 王様, 皇帝
princess: 女王, 王妃
crown: 王冠
chess-pawn: 駒, チェス, 将棋
crossed-swords: 刀, 剣
military-helmet: 戦争, 兵士
trophy: 優勝, 勝利
baby: 赤ちゃん, 赤ん坊
child-standing: 子供, 子ども
woman-standing: 女性, 母
man-standing: 男性, 父
person-running: 競走
lotion-bottle: 日焼け止め, 化粧水, 乳液, クリーム
shower: シャワー
soap: 石鹸
toothbrush: 歯磨き
alarm-clock: 時計, 目覚まし
angry-face: 怒り
crying-face: 涙, 悲しみ
smiling-face-with-smiling-eyes: 笑顔, 幸せ
pensive-face: 孤独
face-screaming-in-fear: 恐怖
light-bulb: 発明, アイデア
ghost: 幽霊
warning: 危険
camera: 写真
bridge: 橋
`;
